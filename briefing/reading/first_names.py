"""Common first names with the pronoun their bearers mostly go by. A list of our own, by hand."""

from briefing.reading.wordlist import wordlist

HE = wordlist(
    """
    Aaron Abdel Abdul Abdullah Abraham Adam Adrian Ahmad Ahmed Al Alan Albert Alberto Alejandro
    Aleksandr Aleksandar Aleksei Alessandro Alexander Alexandre Alexandros Alexei Alexey Alfonso
    Alfred Ali Allen Alvaro Amir Anatoly Anders Andre André Andreas Andrei Andrej Andrew Andrey
    Andrii Andriy Andrzej Andy Angus Anthony Antonio António Anton Antony Antti Ari Armando
    Arnold Arthur Arturo Ashraf Asif Axel Barack Barry Bart Bashar Ben Benjamin Benoit Bernard
    Bernd Bernie Bill Billy Björn Bob Bobby Boris Brad Bradley Brandon Brendan Brett Brian Bruce
    Bruno Bryan Byron Calvin Carl Carlos Cesar César Charles Charlie Chester Chris Christian
    Christoph Christophe Christopher Chuck Claude Claudio Clint Colin Conor Connor Craig
    Cristiano Cyril Cyrus Damian Damien Dan Daniel Daniele Danny Dario Darren Dave David Davide
    Dean Denis Dennis Denys Derek Derrick Diego Dieter Dimitri Dimitris Dirk Dmitri Dmitrii
    Dmitriy Dmitry Dmytro Dominic Dominique Don Donald Doug Douglas Duncan Dustin Dwayne Dwight
    Dylan Earl Ed Eddie Edgar Edmund Eduardo Edward Edwin Eli Elias Elijah Elliott Elon Emil
    Emilio Emmanuel Enrico Enrique Eric Erik Ernest Ernesto Ethan Eugene Evan Fabio Faisal Farid
    Farhan Felipe Felix Fernando Filip Florian Floyd Francesco Francis Francisco Franck Francois
    François Frank Franklin Franz Fred Frederic Frederick Frederik Friedrich Fritz Fyodor
    Gabriel Garry Gary Gavin Geert Gennady Geoff Geoffrey George Georges Georgi Gerald Gerard
    Gerardo Gerhard Gianni Gideon Gilbert Giorgio Giorgos Giovanni Giuseppe Glen Glenn Gordon
    Graeme Graham Grant Greg Gregg Gregor Gregory Guido Guillaume Guillermo Gustav Gustavo Guy
    Hamid Hans Harald Harold Harrison Harry Harvey Hasan Hassan Heinrich Heinz Helmut Henk Henri
    Henrik Henry Herbert Herman Hermann Hideki Hiroshi Hossein Howard Hugh Hugo Hussein Ian
    Ibrahim Igor Ihor Ilya Imran Isaac Ismail Ivan Jack Jacek Jackson Jacob Jacques Jaime Jair
    Jake Jakob Jakub James Jamie Jan Jared Jason Javier Jay JD Jean Jeff Jeffrey Jens Jeremy
    Jerome Jerry Jesse Jesus Jim Jimmy Joachim Joao João Joaquin Jochen Joe Joel Joerg Jörg
    Johan Johann Johannes John Johnny Jon Jonas Jonathan Jorge Jose José Josef Josep Joseph Josh
    Joshua Josip Juan Juergen Jürgen Jules Julian Julien Julio Junichiro Justin Kamal Karel
    Karim Karl Kazuo Keith Keir Ken Kenji Kenneth Kevin Khaled Khalid Kim Kirill Kirk Klaus
    Konstantin Kostas Kris Kurt Kyle Kyrylo Larry Lars Laszlo László Laurence Laurent Lawrence
    Lee Lech Len Leo Leon Leonard Leonid Leonardo Leopold Leroy Leslie Lester Levi Lewis Liam
    Lindsey Lloyd Lorenzo Lou Louis Luc Luca Lucas Luigi Luis Luiz Lukas Luke Luther Maciej
    Mahmoud Malcolm Manfred Manmohan Manuel Marc Marcel Marcelo Marco Marcos Marcus Marek
    Mariano Mario Mark Markus Marshall Martin Marty Marvin Massimo Mateusz Mathew Mats Matt
    Matteo Matthew Matthias Maurice Mauricio Max Maxim Maxime Mehdi Mehmet Mel Michael Michal
    Michel Mick Miguel Mihai Mike Mikhail Miklos Milan Milos Miloš Mitch Mitt Mohamed Mohammad
    Mohammed Morgan Morris Moshe Muhammad Murray Mustafa Mykhailo Mykola Naftali Narendra Nasser
    Nathan Nathaniel Ned Neil Nelson Nguyen Nicholas Nick Nicola Nicolas Nicolás Nigel Nikita
    Niklas Nikola Nikolai Nikolaos Nikolay Nils Noah Noam Noel Norman Oleg Oleh Oleksandr
    Oleksii Oleksiy Oliver Olivier Omar Orlando Oscar Osama Otto Owen Pablo Paolo Pascal Patrice
    Patrick Paul Paulo Pavel Pavlo Pawel Pedro Pepe Per Percy Pete Peter Petr Petro Petros Phil
    Philip Philippe Phillip Pierre Pieter Piotr Prakash Rafael Rafał Rahul Raj Rajesh Rajiv Ralf
    Ralph Ramon Ramón Randall Randy Raphael Rashid Raul Raúl Ray Raymond Recep Reggie Reginald
    Reinhard Rene René Reza Ricardo Rich Richard Rick Ricky Riccardo Rob Robbie Robert Roberto
    Robin Rod Roderick Rodney Rodrigo Roger Roland Rolf Roman Ron Ronald Ronnie Ross Roy Ruben
    Rudolf Rudy Rupert Russ Russell Rustem Ryan Said Saif Salim Salman Salvador Salvatore Sam
    Samir Samuel Sandro Sanjay Santiago Saul Scott Sean Sebastian Sébastien Sebastien Serge
    Sergei Sergey Sergio Serhii Serhiy Seth Shane Shaun Shawn Shimon Shinzo Sidney Silvio Simon
    Slobodan Spencer Stan Stanislav Stanley Stefan Stefano Stephane Stephen Sterling Steve
    Steven Stewart Stuart Sunil Sven Svyatoslav Syed Takashi Taro Tariq Ted Terence Terrence
    Terry Theo Theodore Theresa Thierry Thomas Tim Timothy Tobias Todd Tom Tomas Tomáš Tomasz
    Tommy Toni Tony Travis Trevor Troy Tyler Tyrone Ulrich Umar Umberto Uwe Vaclav Václav Vadim
    Valdis Valentin Valery Vasily Vasyl Vernon Victor Viktor Vijay Vince Vincent Vincenzo Vitali
    Vitaly Vitalii Vlad Vladimir Volodymyr Vladislav Vyacheslav Wallace Walter Warren Wayne
    Wendell Werner Wesley Wilhelm Will Willem William Willie Willy Wim Winston Wladimir Wojciech
    Wolfgang Xavier Yair Yasser Yevgeny Yitzhak Yoshihide Yuri Yuriy Yusuf Yves Zachary Zack
    Zoltan Zoltán Zbigniew
    """
)

SHE = wordlist(
    """
    Abigail Adele Adriana Agnes Agnieszka Aisha Alejandra Alexandra Alexandria Alexis Alice
    Alicia Alina Alison Allison Allyson Alyssa Amal Amanda Amber Amelia Amina Amy Ana Anastasia
    Andrea Angela Angelina Anita Anja Ann Anna Annalena Anne Annette Annie Antonia Anya April
    Ariana Arlene Ashley Astrid Audrey Ayesha Barbara Beata Beatrice Beatriz Becky Benazir
    Bernadette Beth Bethany Betsy Betty Beverly Birgit Bonnie Brenda Bridget Brigitte Brittany
    Britney Camila Camilla Camille Cara Carla Carmen Carol Carole Carolina Caroline Carolyn
    Carrie Cassandra Catherine Cathy Cecilia Charlene Charlotte Chelsea Cheryl Chiara Chloe
    Christa Christiane Christina Christine Cindy Claire Clara Clare Claudia Colleen Connie
    Constance Courtney Cristina Crystal Cynthia Daisy Dana Danielle Daniela Daria Dawn Deborah
    Debbie Debra Deirdre Delia Denise Diana Diane Dianne Dolores Donna Dora Doris Dorothy Edith
    Eileen Elaine Eleanor Elena Elise Elisabeth Eliza Elizabeth Ella Ellen Elsa Emily Emma Erica
    Erika Erin Esther Eva Eve Evelyn Fatima Federica Fiona Flora Florence Frances Francesca
    Frauke Gabriela Gabrielle Gail Galina Genevieve Georgia Georgina Geraldine Gertrude Gillian
    Gina Ginger Giorgia Giulia Gladys Gloria Grace Greta Gretchen Hanna Hannah Harriet Hazel
    Heather Heidi Helen Helena Helene Hilary Hillary Holly Ida Imelda Indira Ines Inga Ingrid
    Irene Irina Iris Isabel Isabella Isabelle Ivana Ivanka Jacinda Jackie Jacqueline Jane Janet
    Janice Jasmine Jeanette Jeanne Jen Jenna Jennifer Jenny Jessica Jill Jo Joan Joanna Joanne
    Jocelyn Jodi Josephine Joy Joyce Juanita Judith Judy Julia Juliana Julie Juliet June Kaja
    Kamala Karen Karin Karine Karla Karolina Kate Katerina Katharina Katherine Kathleen Kathryn
    Kathy Katie Katja Katrina Katrin Katy Kayla Keiko Kelly Kerry Kimberly Kirsten Kirstjen
    Kristen Kristin Kristina Kristalina Kyrsten Larisa Laura Lauren Leah Leila Lena Leslie Leyla
    Lidia Lilian Liliana Lily Linda Lisa Liz Liza Lois Lorena Loretta Lori Lorraine Louise Lucia
    Lucille Lucy Lydia Lynn Madeleine Madison Maggie Magdalena Maia Malala Mandy Manuela Marcia
    Margaret Margarita Margrethe Maria María Mariam Marian Mariana Marianne Marie Marilyn Marina
    Marine Marion Marissa Marjorie Marlene Marta Martha Martina Mary Maryam Maureen Maxine Megan
    Meghan Melania Melanie Melinda Melissa Mercedes Meredith Mette Mia Michele Michelle Mila
    Mildred Millicent Miranda Miriam Molly Mona Monica Monika Monique Muriel Nadezhda Nadia
    Nadine Nancy Naomi Natalia Natalie Nataliya Natasha Nicky Nicole Nina Nora Norma Odile
    Oksana Olena Olga Olivia Olha Ophelia Pamela Paola Patricia Patty Paula Paulina Pauline
    Peggy Penelope Penny Petra Phyllis Polly Priti Priyanka Rachel Rania Rebecca Regina Renata
    Rhonda Rita Roberta Rosa Rosalind Rosanna Rose Rosemary Roxana Ruth Sabine Sally Samantha
    Sandra Sanna Sara Sarah Sasha Serena Shannon Sharon Sheila Shelley Sheryl Shirley Silvia
    Simone Sinead Sofia Sonia Sonja Sonya Sophia Sophie Stacey Stella Stephanie Sue Susan
    Susanne Suzanne Svetlana Svitlana Sviatlana Sylvia Sylvie Tamara Tammy Tanya Tara Tatiana
    Tatyana Teresa Tess Theresa Tiffany Tina Toni Tracy Trudy Tulsi Uma Ursula Valentina Valerie
    Vanessa Vera Verena Veronica Veronika Vicky Victoria Violet Virginia Viviane Wanda Wendy
    Whitney Wilma Winifred Yael Yasmin Yelena Yolanda Yulia Yvette Yvonne Zainab Zoe Zuzana
    """
)

SURNAMES_FIRST = wordlist(
    """
    Ban Cai Cao Chan Chang Chen Cheng Cho Choe Choi Chung Deng Ding Dong Du Fan Fang Feng Fu Gao
    Gu Guo Han He Hong Hou Hu Huang Hun Hwang Jang Jeong Jia Jiang Jin Jung Kang Kim Kong Kwon
    Lai Lam Lee Lei Li Liang Liao Lim Lin Liu Lu Luo Lü Ma Mao Meng Moon Nguyen Pan Park Peng
    Pham Phan Qian Qin Qiu Ri Ren Roh Ryu Seo Shao Shen Shi Shin Song Su Sun Tan Tang Tian Tran
    Tsai Tsang Wan Wang Wei Wen Won Wong Wu Xi Xia Xiao Xie Xu Xue Yan Yang Yao Ye Yeo Yi Yin
    Yoon Yu Yuan Zeng Zhang Zhao Zheng Zhong Zhou Zhu
    """
)
"""Family names that stand in front: Chinese, Korean, Vietnamese and Cambodian."""


def is_first_name(word: str) -> bool:
    """Whether a word, or the part of it before a hyphen, is a common first name."""
    if word in HE or word in SHE:
        return True
    front = word.split("-", maxsplit=1)[0]
    return front != word and (front in HE or front in SHE)
